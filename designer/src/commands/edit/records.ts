/** What a record has itself under a name, never what every object inherits. */
export function own<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  name: string | undefined,
): Value | undefined {
  return record && name !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

export function without<Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));
}

/** The same record in the same order, with another name for one of its values. */
export function renamed<Value>(
  record: Readonly<Record<string, Value>>,
  from: string,
  to: string,
): Readonly<Record<string, Value>> {
  if (!Object.hasOwn(record, from) || from === to) return record;
  return Object.fromEntries(
    Object.entries(record).map(([key, value]) => [key === from ? to : key, value]),
  );
}

/** A copy with the key set, or left out where the value is undefined or null. */
export function withKey<T extends object, K extends keyof T>(
  object: T,
  key: K,
  value: T[K] | null | undefined,
): T {
  if (object[key] === value) return object;
  if (value !== undefined && value !== null) return { ...object, [key]: value };
  if (!Object.hasOwn(object, key)) return object;
  const { [key]: _before, ...rest } = object;
  return rest as T;
}

/** The record with every value changed, or the very same one where none is. */
export function mapValues<Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value, name: string) => Value,
): Readonly<Record<string, Value>> {
  let isSame = true;
  const changed = Object.entries(record).map(([name, value]): [string, Value] => {
    const next = change(value, name);
    if (next !== value) isSame = false;
    return [name, next];
  });
  return isSame ? record : Object.fromEntries(changed);
}

/** The list with every part changed, or the very same one where none is. */
export function mapList<Part>(
  list: readonly Part[],
  change: (part: Part, index: number) => Part,
): readonly Part[] {
  const changed = list.map(change);
  return changed.every((part, index) => part === list[index]) ? list : changed;
}

/** Whether `order` holds each of `of` once, and nothing else. */
export function isOrderOf(order: readonly (string | number)[], of: readonly (string | number)[]) {
  const wanted = new Set(of);
  return order.length === of.length && new Set(order).size === order.length
    ? order.every((one) => wanted.has(one))
    : false;
}

/** A name that is free: the one wanted, or with the first number that makes it free. */
export function freeName(wanted: string, isTaken: (name: string) => boolean): string {
  if (!isTaken(wanted)) return wanted;
  for (let count = 2; ; count += 1) {
    const name = `${wanted.slice(0, 58)}-${count}`;
    if (!isTaken(name)) return name;
  }
}
