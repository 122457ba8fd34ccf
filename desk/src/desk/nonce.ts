/**
 * The nonce of this response, which lets our style tags through the content security policy.
 * The scroll lock of open dialogs looks for it in webpack's global, whoever bundles.
 */
export function styleNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]');
  return meta?.content ?? '';
}

export function publishNonce() {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
