export function ElementRoom() {
  return null;
}
