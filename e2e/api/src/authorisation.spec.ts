import { type OperationId, ROUTES, type RouteCall } from '@parvis/contracts';
import { startTestServer, type TestServer } from '@parvis/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accountCases } from './testing/authorisation/account-cases.ts';
import { conversationCases } from './testing/authorisation/conversation-cases.ts';
import { documentCommentCases } from './testing/authorisation/document-comment-cases.ts';
import { documentHistoryCases } from './testing/authorisation/document-history-cases.ts';
import { documentCases } from './testing/authorisation/document-cases.ts';
import { fileCases } from './testing/authorisation/file-cases.ts';
import { groupCases } from './testing/authorisation/group-cases.ts';
import { guestCases } from './testing/authorisation/guest-cases.ts';
import { meetingCases } from './testing/authorisation/meeting-cases.ts';
import { messageCases } from './testing/authorisation/message-cases.ts';
import { personalCases } from './testing/authorisation/personal-cases.ts';
import { openPicturedPage, type PicturedPage } from './testing/authorisation/pictured-page.ts';
import { pollCases } from './testing/authorisation/poll-cases.ts';
import { reactionCases } from './testing/authorisation/reaction-cases.ts';
import { threadCases } from './testing/authorisation/thread-cases.ts';
import { ROLES, Stage } from './testing/authorisation/stage.ts';
import { checkedCall } from './testing/checked-call.ts';

const cases = [...accountCases, ...conversationCases, ...documentCases, ...documentCommentCases, ...documentHistoryCases, ...groupCases, ...guestCases, ...fileCases, ...messageCases, ...meetingCases, ...threadCases, ...personalCases, ...pollCases, ...reactionCases];
let page: PicturedPage;
let server: TestServer;
let stage: Stage;

beforeAll(async () => {
  page = await openPicturedPage();
  server = await startTestServer({ env: { PARVIS_OUTGOING_ALLOW: page.host } });
  stage = await Stage.set(server, page.url);
});

afterAll(async () => {
  page?.close();
  await server?.stop();
});

describe('who may call what', () => {
  it('is said for every operation', () => {
    expect([...new Set(cases.map(({ operation }) => operation))].sort()).toEqual(Object.keys(ROUTES).sort());
  });

  it.each(cases)('$operation on $on', async ({ operation, expected, arrange }) => {
    const actual: Record<string, number> = {};
    for (const role of ROLES) {
      const { input, token = stage.token(role) } = await arrange(stage, role);
      actual[role] = (await checkedCall(server.url, token, operation, input as RouteCall<OperationId>)).status;
    }
    expect(actual).toEqual(Object.fromEntries(ROLES.map((role, index) => [role, expected[index]])));
  });

  it('tells a stream’s events to those only who follow it', async () => {
    const channelId = await stage.channel('private', []);
    const { outsider, member, lead } = stage.people;
    await stage.message(channelId, lead);
    const stream = `channel:${channelId}`;
    for (const person of [outsider, member]) {
      const { streams } = await person.api.call('sync', { body: { cursors: { [`user:${person.user.id}`]: 0, [stream]: 0, [`user:${lead.user.id}`]: 0 } } });
      expect(streams[stream]).toEqual({ gone: true });
      expect(streams[`user:${lead.user.id}`]).toEqual({ gone: true });
    }
    const { streams } = await lead.api.call('sync', { body: { cursors: { [`user:${lead.user.id}`]: 0, [stream]: 0 } } });
    expect(streams[stream]).toHaveProperty('events');
  });
});
