/** GitHub's repositories by proxy: a few reads, kept for minutes, and a few changes, each logged with who asked. */
package io.painchain.github.proxy;
