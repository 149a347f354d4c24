import './recount.suite.ts'
