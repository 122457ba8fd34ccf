import { createElement, type ReactElement } from 'react';
import type { XmlElement } from '../exchange/xml.ts';

/** An SVG picture, made of elements, on a page. */
export function SvgPicture({ picture }: { readonly picture: XmlElement }) {
  return elementOf(picture, 0);
}

function elementOf(element: XmlElement, key: number): ReactElement {
  const { name, attributes = {}, children = [], text } = element;
  const props = Object.entries(attributes).map(([attribute, value]) => [
    propertyOf(attribute),
    value,
  ]);
  const inside = text ?? (children.length > 0 ? children.map(elementOf) : undefined);
  return createElement(name, { ...Object.fromEntries(props), key }, inside);
}

/** React writes `stroke-width` as `strokeWidth`, but leaves `aria-…` and `data-…` as they are. */
function propertyOf(attribute: string): string {
  if (/^(aria|data)-/.test(attribute)) return attribute;
  return attribute.replace(/[-:](\w)/g, (_all, letter: string) => letter.toUpperCase());
}
