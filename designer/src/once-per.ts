/**
 * The function, asked again for a part only when something else that it is given has changed:
 * documents share what an edit leaves alone, so most of what is known of one holds for the next.
 * It must be pure, and nobody may change what it returns.
 */
export function oncePer<Part extends object, Rest extends readonly unknown[], Result>(
  of: (part: Part, ...rest: Rest) => Result,
): (part: Part, ...rest: Rest) => Result {
  const known = new WeakMap<Part, { readonly rest: Rest; readonly result: Result }>();
  return (part, ...rest) => {
    const before = known.get(part);
    if (before?.rest.every((one, at) => Object.is(one, rest[at]))) return before.result;
    const result = of(part, ...rest);
    known.set(part, { rest, result });
    return result;
  };
}
