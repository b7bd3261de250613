/** Tags that come and go. */
package io.painchain.github.change.tag;
