export function NewMessageDialog() {
  return null;
}
