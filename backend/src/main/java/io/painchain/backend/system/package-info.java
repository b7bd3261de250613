/** What runs here and how much it holds, for the dashboard. Reads only. */
package io.painchain.backend.system;
