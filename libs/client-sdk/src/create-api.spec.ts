import { describe, expect, it } from 'vitest';
import { ApiProblem, NetworkFailure } from './api-problem.ts';
import { createApi } from './create-api.ts';

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

function apiAnswering(answer: () => Response | Promise<Response>) {
  const requests: { url: string; init: RequestInit }[] = [];
  const api = createApi({
    baseUrl: 'https://parvis.test',
    token: 'secret',
    fetch: async (url, init) => {
      requests.push({ url: String(url), init: init! });
      return answer();
    },
  });
  return { api, requests };
}

const channelId = 'a b/c';

describe('a call', () => {
  it('puts parameters, query and body where they belong, with protocol and session', async () => {
    const { api, requests } = apiAnswering(() => json({ messages: [] }));
    await api.call('listMessages', { params: { channelId }, query: { limit: 10, before: undefined } });
    expect(requests[0]!.url).toBe('https://parvis.test/api/v1/channels/a%20b%2Fc/messages?limit=10');
    expect(requests[0]!.init.headers).toMatchObject({ authorization: 'Bearer secret', 'x-parvis-protocol': '1' });
    await api.call('sendMessage', { params: { channelId }, body: { clientId: 'x', text: 'hi' } });
    expect(requests[1]!.init).toMatchObject({ method: 'POST', body: '{"clientId":"x","text":"hi"}' });
  });

  it('sends a picture as it is', async () => {
    const { api, requests } = apiAnswering(() => json({}));
    const picture = new Blob(['x'], { type: 'image/png' });
    await api.call('setAvatar', { body: picture });
    expect(requests[0]!.init).toMatchObject({ body: picture, headers: { 'content-type': 'image/png' } });
  });

  it('outlives its page when it is asked to', async () => {
    const { api, requests } = apiAnswering(() => new Response(null, { status: 204 }));
    await api.call('signOut');
    await api.call('signOut', {}, { keepalive: true });
    expect(requests.map(({ init }) => init?.keepalive)).toEqual([false, true]);
  });

  it('answers nothing for 204', async () => {
    const { api } = apiAnswering(() => new Response(null, { status: 204 }));
    expect(await api.call('signOut')).toBeUndefined();
  });

  it('rejects with the problem that the server named', async () => {
    const problem = { type: 'about:blank', title: 'Too many', status: 429, code: 'too_many_requests' };
    const { api } = apiAnswering(() => json(problem, 429, { 'retry-after': '7', 'content-type': 'application/problem+json' }));
    const error = await api.call('getMe').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ code: 'too_many_requests', status: 429, retryAfter: 7 });
  });

  it.each([
    ['a refused connection', () => Promise.reject(new TypeError('fetch failed'))],
    ['the page of a gateway', () => new Response('<h1>Bad Gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } })],
    ['an answer cut off in the middle', () => new Response('{"id":', { headers: { 'content-type': 'application/json' } })],
  ])('counts %s as no answer', async (_name, answer) => {
    const { api } = apiAnswering(answer);
    await expect(api.call('getMe')).rejects.toBeInstanceOf(NetworkFailure);
  });

  it('rejects with the reason of the one who aborted it', async () => {
    const { api } = apiAnswering(() => Promise.reject(new DOMException('aborted', 'AbortError')));
    const reason = new Error('left the page');
    await expect(api.call('getMe', {}, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
