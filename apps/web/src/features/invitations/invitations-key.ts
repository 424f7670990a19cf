export const INVITATIONS_KEY = ['invitations'];
