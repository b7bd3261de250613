/** Errors as RFC 9457 problems: all types in one list. Every feature may use it; it knows none. */
package io.painchain.backend.problem;
