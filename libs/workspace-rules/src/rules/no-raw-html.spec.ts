import { root, testRule } from '../testing/rule-tester.ts';
import { noRawHtml } from './no-raw-html.ts';

const filename = `${root}/apps/web/src/features/messages/message-body.tsx`;

const refused: [code: string, name: string][] = [
  [`const a = <p dangerouslySetInnerHTML={{ __html: text }} />;`, 'dangerouslySetInnerHTML'],
  [`const props = { dangerouslySetInnerHTML: { __html: text } };`, 'dangerouslySetInnerHTML'],
  [`const a = <iframe srcDoc={text} />;`, 'srcDoc'],
  [`element.innerHTML = text;`, 'innerHTML'],
  [`element['innerHTML'] = text;`, 'innerHTML'],
  [`element.outerHTML += text;`, 'outerHTML'],
  [`element.insertAdjacentHTML('beforeend', text);`, 'insertAdjacentHTML'],
  [`document.write(text);`, 'document.write'],
];

testRule('no-raw-html', noRawHtml, {
  valid: [
    { name: 'text', code: `const a = <p>{text}</p>; element.textContent = text;`, filename },
    { name: 'reading', code: `const html = element.innerHTML;`, filename },
    { name: 'another place', code: `element.innerHTML = text;`, filename: `${root}/e2e/web/src/page.ts` },
  ],
  invalid: refused.map(([code, name]) => ({ name: code, code, filename, errors: [{ messageId: 'raw', data: { name } }] })),
});
