/**
 * Sending, as the composer knows it: the message is put into the outbox of this device, shown at once
 * as pending, and sent in order when the network allows. The outbox is `sync/`'s, because it works
 * on while no conversation is open.
 */
export { useSendMessage } from '../../sync/index.ts';
