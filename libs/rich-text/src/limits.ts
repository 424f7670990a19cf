/** Longest source of a message, in UTF-16 code units (as `String.length` and `maxlength` count). */
export const MESSAGE_TEXT_LIMIT = 40_000;

/** Deepest tree that the parser hands out; what is nested deeper becomes text. */
export const TREE_DEPTH_LIMIT = 24;

/** Most quotes and lists opened by one line; micromark's work per line grows with their square. */
export const CONTAINER_DEPTH_LIMIT = 12;

/** Furthest indentation of a quote or list, in columns: it bounds how deep they nest over many lines. */
export const CONTAINER_INDENT_LIMIT = 64;

/** Most lines outside fenced code. */
export const LINE_LIMIT = 2_000;

/**
 * Most characters in one block (between two blank lines), outside fenced code, that micromark
 * tries to pair with one another (`*`, `_`, `~`, brackets, back-ticks, pipes, dollars): the work for them
 * can grow with their square.
 */
export const BLOCK_DELIMITER_LIMIT = 1_000;

/** Most of them in a whole message. */
export const DELIMITER_LIMIT = 6_000;

/** Longest math within a line: an opening `$` looks no further for its end. */
export const INLINE_MATH_LIMIT = 1_000;
