export function NewChannelDialog() {
  return null;
}
