import { aptInstall } from './apt-install.mjs';
import { findProgram } from './find-program.mjs';

/** Resolves to whether tests can look into documents: LibreOffice and Poppler that are there, or Debian's. */
export async function ensureLibreOffice() {
  const find = () => Boolean(findProgram('soffice') && findProgram('pdftotext'));
  return find() || ((await aptInstall('libreoffice-writer-nogui', 'libreoffice-math-nogui', 'poppler-utils')) && find());
}
