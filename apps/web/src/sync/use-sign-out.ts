export function useSignOut(): () => Promise<void> {
  throw new Error('not there yet');
}
