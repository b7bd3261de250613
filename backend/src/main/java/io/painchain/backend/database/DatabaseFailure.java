package io.painchain.backend.database;

import java.sql.SQLException;

/** A statement that the database did not carry out. */
public class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseFailure(SQLException cause) {
        super("The database did not carry out a statement: SQLSTATE " + cause.getSQLState(), cause);
    }
}
