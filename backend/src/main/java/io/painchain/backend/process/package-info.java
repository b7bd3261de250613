/** How this process ends and what it writes to the console. Depends on nothing. */
package io.painchain.backend.process;
