import { type Api, createApi } from '@parvis/client-sdk';
import type { User, UserRole } from '@parvis/contracts';
import { randomUUID } from 'node:crypto';

/** Long and unusual enough for any rule. */
export const PASSWORD = 'vestibule-Ostrich-47-lantern';
export const OWNER_EMAIL = 'owner@example.test';

/** A person with a session of their own. */
export interface TestAccount {
  user: User;
  api: Api;
  token: string;
  password: string;
}

export const uniqueEmail = (name = 'person'): string => `${name.toLowerCase().replace(/\W+/g, '-')}-${randomUUID().slice(0, 8)}@example.test`;

export async function signIn(url: string, email: string, password = PASSWORD): Promise<TestAccount> {
  const { user, token } = await createApi({ baseUrl: url }).call('createSession', { body: { email, password, transport: 'token' } });
  return { user, api: createApi({ baseUrl: url, token: token! }), token: token!, password };
}

/** Invites and accepts. */
export async function createAccount(url: string, owner: Api, name: string, role: UserRole = 'member', teamIds: string[] = []): Promise<TestAccount> {
  const invited = role === 'admin' ? 'admin' : 'member';
  const invitation = await owner.call('createInvitation', { body: { role: invited, teamIds } });
  const secret = new URLSearchParams(new URL(invitation.url).hash.slice(1)).get('token')!;
  const { user, token } = await createApi({ baseUrl: url }).call('acceptInvitation', {
    body: { token: secret, name, email: uniqueEmail(name), password: PASSWORD, language: 'en', transport: 'token' },
  });
  const account: TestAccount = { user, api: createApi({ baseUrl: url, token: token! }), token: token!, password: PASSWORD };
  if (role === invited) return account;
  return { ...account, user: await owner.call('updateUser', { params: { id: user.id }, body: { role } }) };
}
