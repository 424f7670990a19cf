const key = 'parvis-user';

export function rememberedUserId(): string | null {
  return localStorage.getItem(key);
}

export function rememberUser(userId: string | null): void {
  if (userId === null) localStorage.removeItem(key);
  else localStorage.setItem(key, userId);
}
