/** The feed: pushes, and branches and tags that come and go. What it does not name is found by comparing the refs. */
package io.painchain.gitlab.change.push;
