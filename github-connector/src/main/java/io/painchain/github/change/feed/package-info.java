/** The events feed, which tells where to look, and of pushes where nothing better does. */
package io.painchain.github.change.feed;
