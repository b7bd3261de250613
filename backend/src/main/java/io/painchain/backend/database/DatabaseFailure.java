package io.painchain.backend.database;

import java.sql.SQLException;

public class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseFailure(SQLException cause) {
        super("The database did not carry out a statement: SQLSTATE " + cause.getSQLState(), cause);
    }
}
