/** Pages for people, so that the addresses in {@code html_url} lead somewhere in a browser. */
package io.painchain.simulator.page;
