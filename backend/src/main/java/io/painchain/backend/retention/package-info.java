/** For how long each tenant keeps events. Removes nothing itself. */
package io.painchain.backend.retention;
