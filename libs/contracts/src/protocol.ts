/**
 * Version of the REST + socket protocol that a client speaks, sent as the header
 * `x-parvis-protocol` and in the socket handshake's `auth.protocol`. A server answers another
 * version with 426 `client_outdated`: the client keeps its drafts and reloads.
 */
export const PROTOCOL_VERSION = 1;
export const PROTOCOL_HEADER = 'x-parvis-protocol';

/** Path prefix of the public REST API. */
export const API_PREFIX = '/api/v1';
