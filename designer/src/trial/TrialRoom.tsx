export function TrialRoom() {
  return null;
}
