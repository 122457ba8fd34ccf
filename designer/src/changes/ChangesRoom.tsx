export function ChangesRoom() {
  return null;
}
