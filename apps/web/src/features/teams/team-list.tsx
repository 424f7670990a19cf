export function TeamList() {
  return null;
}
