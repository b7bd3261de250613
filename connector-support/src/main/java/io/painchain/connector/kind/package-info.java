/** What a kind of change is: where it is read, how often, what it covers. Depends on lists and sweeps only. */
package io.painchain.connector.kind;
