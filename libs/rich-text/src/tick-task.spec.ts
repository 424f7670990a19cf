import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListItemNode, RichTextRoot } from './nodes.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { tickTask } from './tick-task.ts';
import { walk } from './walk.ts';

function tasksOf(root: RichTextRoot): ListItemNode[] {
  const tasks: ListItemNode[] = [];
  walk(root, (node) => {
    if (node.type === 'listItem' && node.checked !== null) tasks.push(node);
  });
  return tasks;
}

describe('tickTask', () => {
  it('flips the mark of that task and nothing else', () => {
    const source = 'Plan:\n\n* [ ]  a\n    1) [X] b *c*\n* [ ] d\n\n> - [ ] e';
    expect(tickTask(source, 0, true)).toBe(source.replace('[ ]  a', '[x]  a'));
    expect(tickTask(source, 1, false)).toBe(source.replace('[X]', '[ ]'));
    expect(tickTask(source, 3, true)).toBe(source.replace('[ ] e', '[x] e'));
  });

  it('leaves a task alone that is as wanted already', () => {
    expect(tickTask('- [X] a', 0, true)).toBe('- [X] a');
    expect(tickTask('- [ ] a', 0, false)).toBe('- [ ] a');
  });

  it('knows no task in code, in the middle of an item, or beyond the last', () => {
    const source = '```\n- [ ] a\n```\n\n- b [ ] c\n- [ ] d';
    expect(tickTask(source, 0, true)).toBe(source.replace('[ ] d', '[x] d'));
    expect([tickTask(source, 1, true), tickTask(source, -1, true), tickTask(source, 0.5, true), tickTask('', 0, true)]).toEqual([null, null, null, null]);
    expect(tickTask(`- [ ] a\n${'*'.repeat(30_000)}`, 0, true)).toBeNull();
  });

  it('finds a task behind a byte order mark, tabs and wide characters', () => {
    expect(tickTask('\uFEFF- [ ] a', 0, true)).toBe('\uFEFF- [x] a');
    expect(tickTask('👩‍🚀\n\n-\t[ ]\ta', 0, true)).toBe('👩‍🚀\n\n-\t[x]\ta');
  });

  it('changes one flag of the tree, whatever the message', () => {
    const piece = fc.constantFrom('- [ ] a\n', '- [x] b\n', '  - [ ] c\n', '> - [X] d\n', '1. [ ] e\n', '\n', '```\n', 'text\n', '- [\n  ] f\n', '\t- [ ] g\n', '- [\t] h\r\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(8), fc.boolean(), (pieces, index, checked) => {
        const source = pieces.join('');
        const expected = parseMarkdown(source);
        const task = tasksOf(expected)[index];
        const ticked = tickTask(source, index, checked);
        if (!task) {
          expect(ticked).toBeNull();
          return;
        }
        task.checked = checked;
        expect(parseMarkdown(ticked ?? '')).toEqual(expected);
      }),
    );
  });
});
