export function CommentsRoom() {
  return null;
}
