import { CALLOUT_KINDS } from '@parvis/rich-text';
import type { Language } from '@parvis/contracts';
import { CALLOUT_LOOKS, INK, LINE, MUTED, SUNKEN } from './print-looks.ts';

export const MIME = 'application/vnd.oasis.opendocument.text';

/** Without what XML 1.0 can't hold. */
export const escapeXml = (text: string): string => text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '').replace(/[&<>"]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

const entry = (path: string, type: string): string => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
export const MANIFEST_HEAD = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">${entry('/', MIME)}${entry('content.xml', 'text/xml')}${entry('styles.xml', 'text/xml')}${entry('meta.xml', 'text/xml')}`;

function style(name: string, { parent = 'Standard', display, paragraph = '', text = '' }: { parent?: string; display?: string; paragraph?: string; text?: string }): string {
  return `<style:style style:name="${name}"${display ? ` style:display-name="${display}"` : ''} style:family="paragraph"${name === 'Standard' ? '' : ` style:parent-style-name="${parent}"`}><style:paragraph-properties ${paragraph}/><style:text-properties ${text}/></style:style>`;
}

const heading = (level: number, size: number, before: number): string =>
  style(`Heading_20_${level}`, { display: `Heading ${level}`, paragraph: `fo:margin-top="${before}pt" fo:margin-bottom="5pt" fo:keep-with-next="always"`, text: `fo:font-size="${size}pt" fo:font-weight="bold"` });

/** Named styles, the page and its number. */
export function stylesXml(language: Language): string {
  const country = language === 'fr' ? 'FR' : 'US';
  const styles = [
    style('Standard', { paragraph: 'fo:line-height="128%" fo:orphans="2" fo:widows="2"', text: `style:font-name="Liberation Sans" fo:font-size="10.5pt" fo:color="${INK}" fo:language="${language}" fo:country="${country}"` }),
    style('Text', { paragraph: 'fo:margin-bottom="6pt"' }),
    style('Title', { paragraph: 'fo:margin-bottom="14pt"', text: 'fo:font-size="24pt" fo:font-weight="bold"' }),
    heading(1, 18, 16), heading(2, 14.5, 13), heading(3, 12, 10),
    style('Item', { paragraph: 'fo:margin-bottom="3pt"' }), style('Cell', {}), style('Small', { text: 'fo:font-size="5pt"' }),
    style('Quote', { paragraph: 'fo:margin-left="0.4cm" fo:margin-bottom="8pt" fo:padding-left="0.3cm" fo:border-left="2.5pt solid #c9cad6"', text: 'fo:font-style="italic"' }),
    style('Code', { paragraph: `fo:margin-bottom="8pt" fo:padding="0.25cm" fo:background-color="${SUNKEN}" fo:text-align="start"`, text: 'style:font-name="Liberation Mono" fo:font-size="9pt"' }),
    style('Math', { paragraph: 'fo:margin-top="4pt" fo:margin-bottom="10pt" fo:text-align="center"', text: 'fo:font-size="11.5pt"' }),
    style('Caption', { paragraph: 'fo:margin-bottom="10pt"', text: `fo:font-size="9pt" fo:color="${MUTED}"` }),
    style('Card', { paragraph: `fo:margin-top="4pt" fo:margin-bottom="8pt" fo:padding="0.25cm" style:join-border="false" fo:border="0.7pt solid ${LINE}"` }),
    style('Rule', { paragraph: 'fo:margin-bottom="10pt" fo:border-bottom="0.7pt solid #c9cad6"' }),
    style('Footer', { paragraph: 'fo:text-align="center"', text: `fo:font-size="8.5pt" fo:color="${MUTED}"` }),
    ...CALLOUT_KINDS.map((kind) => style(`Callout_${kind}`, { paragraph: `fo:margin-top="4pt" fo:margin-bottom="8pt" fo:padding="0.25cm" style:join-border="false" fo:background-color="${CALLOUT_LOOKS[kind].fill}" fo:border-left="3pt solid ${CALLOUT_LOOKS[kind].line}"` })),
  ].join('');
  const fonts = ['Liberation Sans', 'Liberation Mono'].map((name) => `<style:font-face style:name="${name}" svg:font-family="'${name}'" style:font-family-generic="${name === 'Liberation Sans' ? 'swiss' : 'modern'}"/>`).join('');
  const namespaces = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"';
  return `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ${namespaces} office:version="1.3"><office:font-face-decls>${fonts}</office:font-face-decls><office:styles>${styles}</office:styles>`
    + '<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm" style:print-orientation="portrait"/><style:footer-style><style:header-footer-properties fo:min-height="0.8cm" fo:margin-top="0.4cm"/></style:footer-style></style:page-layout></office:automatic-styles>'
    + '<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"><style:footer><text:p text:style-name="Footer"><text:page-number>1</text:page-number> / <text:page-count>1</text:page-count></text:p></style:footer></style:master-page></office:master-styles></office:document-styles>';
}
