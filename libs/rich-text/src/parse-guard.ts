import { BLOCK_DELIMITER_LIMIT, CONTAINER_DEPTH_LIMIT, CONTAINER_INDENT_LIMIT, DELIMITER_LIMIT, LINE_LIMIT, MESSAGE_TEXT_LIMIT } from './limits.ts';

const openingFence = /^(`{3,})[^`]*$|^(~{3,})|^(\${2})[ \t]*$/u;
// One that the scan can't be sure about: where its block ends depends on the containers around it.
const innerFence = /^[ \t>*+\-\d.)]+(?:`{3}|~{3}|\${2})/u;
const containerPrefix = /^(?:[ \t]*(?:>|[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/u;
const containerMarker = />|[-+*]|\d+[.)]/gu;
const delimiters = /[*_~[\]`|$]/gu;

/**
 * Whether the source can be parsed in bounded time. micromark is quadratic for some inputs, so a
 * hostile message of 40,000 characters would freeze whoever parses it: the server for its
 * mentions, every reader's browser for the display.
 *
 * Only what is fenced from column 0 is skipped: such a fence ends every container around it, so this
 * scan and micromark agree about where it begins and ends, unless an indented fence stands before it,
 * which might have swallowed it. Everything else counts.
 */
export function isParseable(source: string): boolean {
  if (source.length > MESSAGE_TEXT_LIMIT) return false;
  let lines = 0;
  let inMessage = 0;
  let inBlock = 0;
  let fence: string | null = null;
  let isSure = true;
  for (const line of source.split(/\r\n|[\n\r]/u)) {
    if (fence !== null) {
      if (closesFence(line, fence)) fence = null;
      continue;
    }
    if (innerFence.test(line)) isSure = false;
    const opening = isSure ? openingFence.exec(line) : null;
    if (opening) {
      fence = opening[1] ?? opening[2] ?? opening[3] ?? null;
      continue;
    }
    lines += 1;
    const inLine = line.match(delimiters)?.length ?? 0;
    inBlock = line.trim() === '' ? 0 : inBlock + inLine;
    inMessage += inLine;
    if (inBlock > BLOCK_DELIMITER_LIMIT || inMessage > DELIMITER_LIMIT) return false;
    if (lines > LINE_LIMIT || isTooDeep(line)) return false;
  }
  return true;
}

function closesFence(line: string, fence: string): boolean {
  const marker = /^ {0,3}(`+|~+|\${2})[ \t]*$/u.exec(line)?.[1];
  return marker !== undefined && marker[0] === fence[0] && marker.length >= fence.length;
}

function isTooDeep(line: string): boolean {
  const prefix = containerPrefix.exec(line)?.[0];
  if (prefix === undefined) return false;
  if (prefix.replaceAll('\t', '    ').length > CONTAINER_INDENT_LIMIT) return true;
  return (prefix.match(containerMarker)?.length ?? 0) > CONTAINER_DEPTH_LIMIT;
}
