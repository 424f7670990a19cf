import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { BoardServices } from '../whiteboard/index.ts';
import { uploadIntoDocument } from './upload-into-document.ts';

/** What a whiteboard gets from the rest of Parvis; the same object as long as the page shows this one. */
export function useBoardServices(documentId: string): BoardServices {
  const navigate = useNavigate();
  const go = useRef(navigate);
  useEffect(() => {
    go.current = navigate;
  });
  const [services] = useState<BoardServices>(() => ({
    uploadFile: async (file) => (await uploadIntoDocument(documentId, file)).id,
    fileUrl: (fileId) => `/api/v1/files/${fileId}/content`,
    openLink: (address) => {
      const url = URL.canParse(address) ? new URL(address) : null;
      if (url?.origin === window.location.origin) void go.current({ href: url.pathname + url.search + url.hash });
      else if (url?.protocol === 'http:' || url?.protocol === 'https:') window.open(url, '_blank', 'noopener,noreferrer');
    },
  }));
  return services;
}
