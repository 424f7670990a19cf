import { startTestServer, type TestAccount, type TestServer } from '@parvis/testing';
import type { Browser, Page } from '@playwright/test';
import { browserOf } from './accounts.ts';

/** Two people in a channel, each in a browser of their own, who would join with their cameras off: for what media doesn't matter for. */
export interface Workshop {
  server: TestServer;
  accounts: { alice: TestAccount; bilal: TestAccount };
  alice: Page;
  bilal: Page;
  channelId: string;
  directId: string;
  /** Another browser of somebody. */
  open(account: TestAccount, path: string): Promise<Page>;
  /** Closes this page's browser, too, at the end. */
  keep(page: Page): void;
  stop(): Promise<void>;
}

export async function startWorkshop(browser: Browser): Promise<Workshop> {
  const server = await startTestServer({ sfu: true });
  const owner = await server.setUp();
  const { team } = await owner.api.call('createTeam', { body: { name: 'Workshop team' } });
  const other = await server.createUser('Bilal Haddad', { teamIds: [team.id] });
  const { channel } = await owner.api.call('createChannel', { body: { teamId: team.id, kind: 'public', name: 'workshop', memberIds: [other.user.id] } });
  const direct = await owner.api.call('openConversation', { body: { userIds: [other.user.id] } });
  const opened: Page[] = [];
  const open = async (account: TestAccount, path: string): Promise<Page> => {
    const { page } = await browserOf(browser, server.url, account, { reducedMotion: 'reduce', locale: 'en-GB' });
    await page.addInitScript(() => localStorage.setItem('parvis-join-with', JSON.stringify({ microphone: true, camera: false })));
    await page.goto(`${server.url}${path}`);
    opened.push(page);
    return page;
  };
  return {
    server, open, channelId: channel.id, directId: direct.channel.id,
    accounts: { alice: owner, bilal: other },
    alice: await open(owner, `/c/${channel.id}`),
    bilal: await open(other, `/c/${channel.id}`),
    keep: (page) => opened.push(page),
    stop: async () => {
      await Promise.all(opened.map((page) => page.context().close()));
      await server.stop();
    },
  };
}
