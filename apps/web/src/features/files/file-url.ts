import type { Attachment } from '@parvis/contracts';

type Named = Pick<Attachment, 'id'>;

/** Shown in place by the browser, where the server allows it. */
export const contentUrl = ({ id }: Named): string => `/api/v1/files/${id}/content`;
export const downloadUrl = ({ id }: Named): string => `/api/v1/files/${id}/content?download=true`;
export const thumbnailUrl = ({ id }: Named): string => `/api/v1/files/${id}/thumbnail`;
