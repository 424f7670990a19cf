import { micromark } from 'micromark';
import { gfmAutolinkLiteral, gfmAutolinkLiteralHtml } from 'micromark-extension-gfm-autolink-literal';
import { gfmStrikethrough, gfmStrikethroughHtml } from 'micromark-extension-gfm-strikethrough';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { gfmTaskListItem, gfmTaskListItemHtml } from 'micromark-extension-gfm-task-list-item';
import type { CompileContext, HtmlExtension, Token } from 'micromark-util-types';
import { messageMath } from './math-syntax.ts';
import { spoiler } from './spoiler-syntax.ts';

/**
 * The HTML of a Markdown file: GFM, math as `<code data-math>` in a line and `<pre data-math>` apart,
 * spoilers as `<span data-spoiler>`. Callouts are quotes that begin with `[!NOTE]` or the like.
 *
 * Raw HTML and every address come through as they are: it is for a reader that takes only what it knows.
 * Not bounded in time: run it where it can be ended.
 */
export function documentHtmlOf(source: string): string {
  return micromark(source, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfmAutolinkLiteral(), gfmStrikethrough({ singleTilde: false }), gfmTable(), gfmTaskListItem(), messageMath(), spoiler()],
    htmlExtensions: [gfmAutolinkLiteralHtml(), gfmStrikethroughHtml(), gfmTableHtml(), gfmTaskListItemHtml(), mathHtml],
  });
}

/** From the tokens of `math-syntax.ts` and `spoiler-syntax.ts`. */
const mathHtml: HtmlExtension = {
  enter: {
    spoiler() {
      this.tag('<span data-spoiler>');
    },
    mathText() {
      this.tag('<code data-math>');
      this.buffer();
    },
    mathFlow() {
      this.lineEndingIfNeeded();
      this.tag('<pre data-math>');
      this.buffer();
    },
  },
  exit: {
    spoiler() {
      this.tag('</span>');
    },
    mathTextValue: value,
    mathFlowValue: value,
    mathText() {
      const text = this.resume();
      this.raw(text.trim());
      this.tag('</code>');
    },
    mathFlow() {
      const text = this.resume();
      this.raw(text.replace(/^(?:\r\n|[\n\r])|(?:\r\n|[\n\r])$/gu, ''));
      this.tag('</pre>');
      this.setData('slurpOneLineEnding', true);
    },
  },
};

function value(this: CompileContext, token: Token): undefined {
  this.raw(this.encode(this.sliceSerialize(token)));
}
