/**
 * How a message's events (`message.created`, `.edited`, `.deleted`) come into the cache and replace
 * the local echo. The reducer is the client SDK's, so that every client has the same one; the screens
 * read its result through this.
 */
export { useMessagesOf } from '../../sync/index.ts';
