export function PathwayRoom() {
  return null;
}
