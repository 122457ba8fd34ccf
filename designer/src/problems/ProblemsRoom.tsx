export function ProblemsRoom() {
  return null;
}
