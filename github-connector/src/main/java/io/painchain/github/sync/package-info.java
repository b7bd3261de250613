/**
 * The crawl of one repository: what to read when, how far to page, and where it stands. One {@code Source} a kind of list; each
 * hands over drafts and the state that holds once they are stored.
 */
package io.painchain.github.sync;
