/** From the command line to a running server: settings, the database, the commands. Nothing depends on it. */
package io.painchain.backend.startup;
