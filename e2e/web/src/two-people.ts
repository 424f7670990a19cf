import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';
import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import { browserOf } from './accounts.ts';

export interface Someone {
  account: TestAccount;
  page: Page;
}

/** A server with two people in one channel of one team, each with a browser of their own. */
export interface TwoPeople {
  server: TestServer;
  channelId: string;
  teamId: string;
  alice: Someone;
  bilal: Someone;
  stop(): Promise<void>;
}

/** Alice owns the organisation and the team; both begin in the channel "workshop". */
export async function startTwoPeople(browser: Browser, options: BrowserContextOptions = {}): Promise<TwoPeople> {
  const server = await startTestServer();
  const owner = await server.setUp();
  const other = await server.createUser('Bilal Haddad');
  const { team } = await owner.api.call('createTeam', { body: { name: 'Workshop team' } });
  await owner.api.call('addTeamMember', { params: { id: team.id }, body: { userId: other.user.id } });
  const { channel } = await owner.api.call('createChannel', { body: { teamId: team.id, kind: 'public', name: 'workshop', memberIds: [other.user.id] } });
  const open = async (account: TestAccount): Promise<Someone> => {
    const { page } = await browserOf(browser, server.url, account, options);
    await page.goto(`${server.url}/c/${channel.id}`);
    await expect(page.getByRole('textbox', { name: /^Message/ })).toBeVisible();
    return { account, page };
  };
  const [alice, bilal] = [await open(owner), await open(other)];
  return {
    server, alice, bilal, channelId: channel.id, teamId: team.id,
    stop: async () => {
      await Promise.all([alice, bilal].map(({ page }) => page.context().close()));
      await server.stop();
    },
  };
}
