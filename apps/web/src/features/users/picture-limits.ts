import { LIMITS } from '@parvis/contracts/limits';

/** As the catalogue's route `setAvatar` says; importing it would bring every schema into the page. */
export const ROUTE_UPLOADS = {
  avatar: { mediaTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/gif'], maxBytes: LIMITS.avatarBytes },
};
