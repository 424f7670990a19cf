export function ChannelBrowserPage() {
  return null;
}
