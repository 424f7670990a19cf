export { DocumentText } from './document-text.ts';
export { DocumentsModule } from './documents.module.ts';
export { HandOverDocuments } from './hand-over-documents.ts';
