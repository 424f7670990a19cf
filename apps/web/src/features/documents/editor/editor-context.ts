import { createContext, useContext } from 'react';
import type { EditorServices } from './editor-services.ts';

export const EditorServicesContext = createContext<EditorServices | null>(null);

export function useEditorServices(): EditorServices {
  const services = useContext(EditorServicesContext);
  if (!services) throw new Error('Blocks are rendered inside of a DocumentEditor.');
  return services;
}
