/**
 * A condition that is always true and lets the statement's commit return before it is on the disk (2 ms a commit on the
 * embedded database). A process killed loses nothing by it; a crash of the database may lose the last such writes. Only for
 * what is found out again: the question is on the disk before it is acknowledged, and the same key sent twice arrives once.
 */
export const LAZILY = `set_config('synchronous_commit', 'off', true) = 'off'`
