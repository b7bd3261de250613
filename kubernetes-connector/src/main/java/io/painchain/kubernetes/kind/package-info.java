/** What a kind of change is: which types it watches, and what it makes of a change. Knows no kind by itself. */
package io.painchain.kubernetes.kind;
