/** How callers prove who they are, {@code PAINCHAIN_AUTH}: read here and nowhere else. Knows no feature. */
package io.painchain.backend.authmode;
