import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './code-block.module.css';
import { codeColours as colours, languageLabel, loadCodeHighlighter } from '../rich-content/index.ts';
import { CodeCopyButton } from './code-copy-button.tsx';

interface CodeBlockProps {
  language: string | null;
  code: string;
}

/** Beyond this length colours cost more than they help, and the page would stall. */
const HIGHLIGHT_LIMIT = 20_000;

/** Code as it was written; its colours come when the highlighter has loaded, and move nothing. */
export function CodeBlock({ language, code }: CodeBlockProps) {
  const { t } = useTranslation('composer');
  const content = useHighlighted(language, code);
  const label = language ? languageLabel(language) : null;
  return (
    <div className={`${classes.block} ${colours.colours}`} data-language={label ?? undefined}>
      <pre tabIndex={0} role="region" aria-label={label ? t('codeIn', { language: label }) : t('codeBlock')}>
        <code>{content}</code>
      </pre>
      {label && (
        <span className={classes.language} aria-hidden>
          {label}
        </span>
      )}
      <CodeCopyButton code={code} />
    </div>
  );
}

function useHighlighted(language: string | null, code: string): ReactNode {
  const [highlighted, setHighlighted] = useState<{ language: string; code: string; content: ReactNode }>();
  useEffect(() => {
    if (!language || code.length > HIGHLIGHT_LIMIT) return;
    let current = true;
    loadCodeHighlighter().then(
      ({ highlight }) => {
        if (current) setHighlighted({ language, code, content: highlight(language, code) });
      },
      // Without the highlighter (offline, say) the code is still there, plain.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [language, code]);
  return highlighted?.code === code && highlighted.language === language ? highlighted.content : code;
}
