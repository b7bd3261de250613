/** Whose request it is. Every feature rests on it, so it knows none. */
package io.painchain.backend.tenant;
